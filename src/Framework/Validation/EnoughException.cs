namespace Framework.Validation;

/// <summary>Ends the run of rules that have failed more often than a problem lists: FluentValidation itself goes on to the
/// last item.</summary>
internal sealed class EnoughException : Exception;
