using Bookings;

var service = Microservice.CreateBuilder(args);
service.Json.Use(BookingsJson.Default);
service.Services.AddTable<Booking>("bookings");
service.Services.AddOptions<BookingOptions>()
    .Bind(service.Configuration.GetSection("Bookings"))
    .ValidateWith(new BookingOptionsRules());
return await service.Build().RunAsync();
