package records

import (
	"bytes"
	"path"
	"strings"

	"github.com/tflink/tflink/linkage/source"
)

// delimiters are the ones that are tried, the commonest first: it wins a tie.
var delimiters = []byte{',', '\t', ';', '|'}

// dialectRows is how many rows a delimiter is judged by; a file's way of
// writing does not change after that.
const dialectRows = 200

// A dialect is how a text file divides its rows into cells.
type dialect struct {
	comma byte
	width int // the number of cells that most rows have
}

// detectDialect finds the delimiter of a file from its head, which is UTF-8.
// The right one gives many rows the same number of cells, more than one, and a
// header of known words.
func detectDialect(name string, head []byte) dialect {
	head = wholeLines(head)
	best, bestScore := dialect{comma: ',', width: 1}, 0.0
	for _, comma := range delimiters {
		width, score := judgeDelimiter(head, comma)
		if comma == delimiterByName(name) {
			score += 0.1 // a hint, not a proof: many a .csv holds semicolons
		}
		if score > bestScore && width > 1 {
			best, bestScore = dialect{comma, width}, score
		}
	}
	return best
}

// delimiterByName returns the delimiter that a file's extension promises, or 0.
func delimiterByName(name string) byte {
	switch path.Ext(stripCompression(strings.ToLower(name))) {
	case ".csv":
		return ','
	case ".tsv", ".tab":
		return '\t'
	case ".psv":
		return '|'
	}
	return 0
}

// judgeDelimiter returns the number of cells that most rows of head have if
// comma divides them, and a score of how well that explains the text.
func judgeDelimiter(head []byte, comma byte) (width int, score float64) {
	var p problems
	var b Batch
	c := newCSVReader(bytes.NewReader(head), comma, source.Position{}, &p)
	c.latin = true // an accent is no sign against a delimiter
	if err := c.next(&b); err != nil {
		return 1, 0
	}
	rows := b.Rows[:min(len(b.Rows), dialectRows)]
	width = commonWidth(rows)
	same, words := 0, 0
	for i := range rows {
		if len(rows[i].Cells) == width {
			same++
		}
		if i < maxTitleRows {
			words = max(words, knownWords(&rows[i]))
		}
	}
	score = float64(same) / float64(len(rows)) * (1 - 1/float64(width))
	score += 0.1 * float64(min(words, 5))
	score -= float64(len(p.kept)) / float64(len(rows)) // quotes that a wrong delimiter leaves open
	return width, score
}

// commonWidth returns the number of cells that most of the rows have; the
// larger one of two that are equally common.
func commonWidth(rows []Row) int {
	counts := map[int]int{}
	for i := range rows {
		counts[len(rows[i].Cells)]++
	}
	width, most := 1, 0
	for w, n := range counts {
		if n > most || n == most && w > width {
			width, most = w, n
		}
	}
	return width
}

// separatorLine reads the "sep=;" that Excel puts on the first line of a file,
// and returns the delimiter and the length of the line, or 0, 0.
func separatorLine(head []byte) (comma byte, n int) {
	line, _, found := bytes.Cut(head, []byte("\n"))
	if text := bytes.TrimRight(line, "\r"); found && len(text) == 5 && bytes.EqualFold(text[:4], []byte("sep=")) {
		return text[4], len(line) + 1
	}
	return 0, 0
}

// wholeLines cuts off the unfinished line at the end of a head that was cut.
func wholeLines(head []byte) []byte {
	if len(head) < headSize/4 {
		return head // all of it
	}
	if i := bytes.LastIndexByte(head, '\n'); i >= 0 {
		return head[:i+1]
	}
	return head
}

// stripCompression cuts .gz and .zst off a name.
func stripCompression(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".zst")
}
