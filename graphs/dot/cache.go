package dot

import "github.com/tflink/tflink/graphs/dot/internal/wasmcache"

func init() { wasmcache.Restore() } // go-graphviz, which this package imports, is initialised
