package dot

import (
	"context"

	"github.com/tflink/tflink/graphs/draw"
)

// Picture returns a page as shapes and texts, for documents that have more on
// them than maps, and what it left for the table to tell.
func (a *Atlas) Picture(ctx context.Context, sheet int) (*draw.Picture, Report, error) {
	return a.draw(ctx, sheet)
}
