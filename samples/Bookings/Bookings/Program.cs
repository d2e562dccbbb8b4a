using Bookings;

var service = Microservice.CreateBuilder(args);
service.Json.Use(BookingsJson.Default);
service.Services.AddTable<Booking>("bookings");
return await service.Build().RunAsync();
