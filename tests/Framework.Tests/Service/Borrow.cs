using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>Returns one of several responses.</summary>
[Post("/borrow/{what}")]
[AllowAnonymous]
public sealed class Borrow
{
    public Task<Results<Created<Book>, Ok<string>, SeeOther, NoContent>> HandleAsync(string what) => Task.FromResult(One(what));

    private static Results<Created<Book>, Ok<string>, SeeOther, NoContent> One(string what) => what switch
    {
        "book" => new Created<Book>("/books/7", new Book("Emma", 7)),
        "text" => new Ok<string>("text") { Headers = { ["x-a"] = "b", ["content-type"] = "application/vnd.text+json" } },
        "queue" => new SeeOther("/queue") { Cookies = { new ResponseCookie("place", "1"), new ResponseCookie("of", "9") } },
        "done" => new NoContent(),
        _ => default,
    };
}
