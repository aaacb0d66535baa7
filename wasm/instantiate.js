// Put before the module's own JavaScript, whose `WebAssembly` this becomes: what loads the module instantiates it, and so
// hears of a refusal, which Emscripten's minimal runtime would leave unheard.
var WebAssembly = { instantiate: (_, imports) => Module['instantiate'](imports) };
