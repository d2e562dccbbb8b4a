using Readme;

return await new Examples(args, null!, "", default).Example2();
