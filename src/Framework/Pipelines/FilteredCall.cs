using Framework.Filters;
using Framework.Http;

namespace Framework.Pipelines;

/// <summary>One request on its way through the filters of its endpoint, of which the first is outermost.</summary>
/// <param name="filters">The filters, one or more.</param>
/// <param name="context">What they see.</param>
/// <param name="handle">Runs the endpoint.</param>
/// <param name="toProblem">The response to an exception; null where it is no problem.</param>
internal sealed class FilteredCall(
    IEndpointFilter[] filters, FilterContext context, Func<ValueTask<Response>> handle, Func<Exception, Response?> toProblem)
{
    private int _reached = -1;

    public ValueTask<Response> InvokeAsync() => InvokeAsync(0);

    private async ValueTask<Response> InvokeAsync(int position)
    {
        // The second response would be written over the first, whose bytes are in the same buffer.
        if (position <= _reached)
            throw new InvalidOperationException($"{Name(position - 1)} calls next twice: a request is handled once.");
        _reached = position;
        try
        {
            return position == filters.Length
                ? await handle()
                : await filters[position].InvokeAsync(context, () => InvokeAsync(position + 1))
                    ?? throw new InvalidOperationException($"{Name(position)} returns no response.");
        }
        catch (Exception exception)
        {
            if (toProblem(exception) is not { } response)
                throw;
            return response;
        }
    }

    private string Name(int position) => $"The filter {filters[position].GetType().Name}";
}
