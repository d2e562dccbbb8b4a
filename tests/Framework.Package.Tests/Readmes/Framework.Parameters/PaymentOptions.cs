namespace Readme;

public sealed class PaymentOptions
{
    public string ApiKey { get; set; } = "";

    public string Currency { get; set; } = "";
}

public sealed class PaymentRules : AbstractValidator<PaymentOptions>
{
    public PaymentRules()
    {
        RuleFor(options => options.ApiKey).NotEmpty();
        RuleFor(options => options.Currency).Length(3);
    }
}
