package linkage

import (
	"context"
	"sync"
	"sync/atomic"
)

// inParallel calls do(0) to do(n-1) on several goroutines, each call on one; it
// returns when all are done, or early when ctx is cancelled. Each call may write only
// what belongs to its number.
func inParallel(ctx context.Context, workers, n int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(workers, n) {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
			}
		})
	}
	wg.Wait()
}
