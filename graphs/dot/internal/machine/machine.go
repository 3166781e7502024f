// Package machine answers: how does Graphviz run so that it can be stopped and leaves nothing behind?
//
// Go-graphviz has one WebAssembly instance for a whole process: what it does not free
// stays, a layout that runs away cannot be stopped and blocks all others, and random numbers
// go on from layout to layout. So each layout here gets an instance of its own, of the same
// WebAssembly code, which is thrown away with all its memory; it can be stopped at any
// time, several run at once, and the same graph gives the same layout.
package machine

import (
	"context"
	"errors"
	"fmt"
	"sync"
	_ "unsafe" // for go:linkname

	_ "github.com/goccy/go-graphviz" // has the code
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"

	"github.com/tflink/tflink/graphs/dot/internal/wasmcache"
)

// code is Graphviz compiled to WebAssembly, as go-graphviz embeds it. It gives no other access to
// it; were the name to change, code would be nil, which Layout reports.
//
//go:linkname code github.com/goccy/go-graphviz/internal/wasm.wasmFile
var code []byte

// memoryPages bounds the memory of one layout: 512 MiB in pages of 64 KiB. A page of a map takes
// less than 10 MiB.
const memoryPages = 512 << 20 >> 16

// A factory makes instances of the compiled code.
type factory struct {
	runtime  wazero.Runtime
	compiled wazero.CompiledModule
}

// shared is made at the first layout: compiling takes half a second, a tenth of that when it
// comes from the cache.
var shared = sync.OnceValues(newFactory)

func newFactory() (*factory, error) {
	if len(code) == 0 {
		return nil, errors.New("graphviz: go-graphviz has no WebAssembly code where it was")
	}
	ctx := context.Background()
	config := wazero.NewRuntimeConfig().WithCloseOnContextDone(true).WithMemoryLimitPages(memoryPages)
	if dir, ok := wasmcache.Folder(); ok {
		if cache, err := wazero.NewCompilationCacheWithDir(dir); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	f := &factory{runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	var err error
	if f.compiled, err = f.runtime.CompileModule(ctx, code); err != nil {
		return nil, err
	}
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, f.runtime); err != nil {
		return nil, err
	}
	return f, f.instantiateEnv(ctx)
}

// instantiateEnv gives the code the functions of its host. They serve plugins that are written in Go, of
// which there are none.
func (f *factory) instantiateEnv(ctx context.Context) error {
	env := f.runtime.NewHostModuleBuilder("env")
	for _, fn := range f.compiled.ImportedFunctions() {
		module, name, _ := fn.Import()
		if module != "env" {
			continue
		}
		unused := api.GoModuleFunc(func(context.Context, api.Module, []uint64) { panic("graphviz: " + name + " was called") })
		env = env.NewFunctionBuilder().WithGoModuleFunction(unused, fn.ParamTypes(), fn.ResultTypes()).Export(name)
	}
	_, err := env.Instantiate(ctx)
	return err
}

// Layout lays out a graph in the DOT language by one of Graphviz's engines and returns it
// in Graphviz's "plain" format. It stops when the context ends, and fails if the graph cannot be
// read or laid out, or takes too much memory. It is safe for concurrent use.
func Layout(ctx context.Context, engine string, source []byte) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	f, err := shared()
	if err != nil {
		return "", err
	}
	m, err := f.runtime.InstantiateModule(ctx, f.compiled, wazero.NewModuleConfig().WithName(""))
	if err != nil {
		return "", stopped(ctx, err)
	}
	i := &instance{ctx: ctx, module: m}
	plain := i.layout(engine, source)
	closing := m.Close(context.WithoutCancel(ctx))
	if err := errors.Join(i.err, closing); err != nil {
		return "", stopped(ctx, err)
	}
	return plain, nil
}

// stopped returns the context's error if it has one, which is why all else failed.
func stopped(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return fmt.Errorf("graphviz: %w", err)
}

// An instance remembers its first error; after it nothing is called any more.
type instance struct {
	ctx    context.Context
	module api.Module
	err    error
}

func (i *instance) layout(engine string, source []byte) string {
	context := i.call("gvContextPlugins", i.builtins(), 1)
	graph := i.call("agmemread", i.text(source))
	if graph == 0 {
		i.fail(errors.New("cannot read its input"))
	}
	if i.call("gvLayout", context, graph, i.text([]byte(engine))) != 0 {
		i.fail(fmt.Errorf("layout %s failed", engine))
	}
	out := i.call("malloc", 2*wordSize) // address and length of the answer
	if i.call("gvRenderData", context, graph, i.text([]byte("plain")), out, out+wordSize) != 0 {
		i.fail(errors.New("no answer"))
	}
	return string(i.read(i.word(out), i.word(out+wordSize)))
}

// wordSize is that of an address of 32 bits.
const wordSize = 4

// builtins returns the address of a list of the engines and formats that are compiled in: pairs of
// words, ended by zeros.
func (i *instance) builtins() uint64 {
	at := i.call("malloc", wordSize)
	i.call("wasm_bridge_SymList_default", at)
	slice := i.word(at)
	count, data := i.word(slice), i.word(slice+wordSize)
	const pair = 2 * wordSize
	list := make([]byte, 0, (count+1)*pair)
	for k := range count {
		list = append(list, i.read(i.word(data+pair*k), pair)...)
	}
	return i.put(append(list, make([]byte, pair)...))
}

func (i *instance) fail(err error) {
	if i.err == nil {
		i.err = err
	}
}

// call returns the result of a function of the code, 0 if it has none.
func (i *instance) call(name string, args ...uint64) uint64 {
	if i.err != nil {
		return 0
	}
	fn := i.module.ExportedFunction(name)
	if fn == nil {
		i.fail(errors.New("no function " + name))
		return 0
	}
	results, err := fn.Call(i.ctx, args...)
	if err != nil {
		i.fail(err)
	}
	if len(results) == 0 {
		return 0
	}
	return results[0]
}

// text puts a text, ended by a zero byte, into memory and returns its address.
func (i *instance) text(s []byte) uint64 { return i.put(append(s[:len(s):len(s)], 0)) }

func (i *instance) put(b []byte) uint64 {
	at := i.call("malloc", uint64(len(b)))
	if i.err == nil && !i.module.Memory().Write(uint32(at), b) {
		i.fail(errMemory)
	}
	return at
}

var errMemory = errors.New("an address outside its memory")

func (i *instance) read(at, length uint64) []byte {
	if i.err != nil {
		return nil
	}
	b, ok := i.module.Memory().Read(uint32(at), uint32(length))
	if !ok {
		i.fail(errMemory)
	}
	return b
}

func (i *instance) word(at uint64) uint64 {
	if i.err != nil {
		return 0
	}
	w, ok := i.module.Memory().ReadUint32Le(uint32(at))
	if !ok {
		i.fail(errMemory)
	}
	return uint64(w)
}
