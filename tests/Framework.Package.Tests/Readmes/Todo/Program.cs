return await new Readme.Examples(args).Example2();
