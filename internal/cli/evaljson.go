package cli

import "github.com/tflink/tflink/linkage/eval"

type evaluationJSON struct {
	Type    string           `json:"type"`
	Cases   int              `json:"cases"`
	Missing int              `json:"missing"`
	Extra   int              `json:"extra"`
	Unknown int              `json:"unknown"`
	Pairs   pairScoresJSON   `json:"pairs"`
	BCubed  scoresJSON       `json:"b_cubed"`
	Sizes   []sizeScoreJSON  `json:"by_size"`
	Kinds   []kindScoreJSON  `json:"by_kind"`
	Two     *calibrationJSON `json:"calibration_of_pairs,omitempty"`
	Links   *calibrationJSON `json:"calibration_of_links,omitempty"`
}

type scoresJSON struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

type pairScoresJSON struct {
	scoresJSON
	True  int64 `json:"true"`
	Found int64 `json:"found"`
	Both  int64 `json:"both"`
}

type sizeScoreJSON struct {
	From       int        `json:"from"`
	To         int        `json:"to,omitempty"`
	Cases      int        `json:"cases"`
	Whole      int        `json:"found_whole"`
	PairRecall float64    `json:"pair_recall"`
	BCubed     scoresJSON `json:"b_cubed"`
}

type kindScoreJSON struct {
	Kind      string  `json:"kind"`
	Links     int     `json:"links"`
	Right     int     `json:"right"`
	Precision float64 `json:"precision"`
	Shared    int64   `json:"true_pairs"`
	Together  int64   `json:"found_pairs"`
	Recall    float64 `json:"recall"`
}

type calibrationJSON struct {
	Number    int       `json:"number"`
	Expected  float64   `json:"expected_calibration_error"`
	Brier     float64   `json:"brier"`
	BaseBrier float64   `json:"base_brier"`
	BaseRate  float64   `json:"base_rate"`
	Bins      []binJSON `json:"bins"`
}

type binJSON struct {
	From   float64 `json:"from"`
	To     float64 `json:"to"`
	Number int     `json:"number"`
	Said   float64 `json:"said"`
	Seen   float64 `json:"came_true"`
}

// evalRecord returns the scores as they are written with --json.
func evalRecord(e *evaluation) evaluationJSON {
	x := &e.aligned
	p := x.Pairs()
	out := evaluationJSON{
		Type: "evaluation", Cases: len(x.Cases), Missing: x.Missing, Extra: x.Extra, Unknown: x.Unknown,
		Pairs:  pairScoresJSON{scoresOf(p.Precision(), p.Recall(), p.F1()), p.Truth, p.Found, p.Both},
		BCubed: bcubedRecord(x.BCubed()), Kinds: []kindScoreJSON{},
		Two: calibrationRecord(e.pairCount, &e.pairs), Links: calibrationRecord(e.linkCount, &e.links),
	}
	for _, s := range x.BySize() {
		out.Sizes = append(out.Sizes, sizeScoreJSON{s.Min, s.Max, s.Cases, s.Whole, millionths(s.Recall()), bcubedRecord(s.BCubed)})
	}
	for _, k := range e.kinds {
		out.Kinds = append(out.Kinds, kindScoreJSON{k.Kind, k.Links, k.Right, millionths(k.Precision()), k.Shared, k.Together, millionths(k.Recall())})
	}
	return out
}

func scoresOf(p, r, f1 float64) scoresJSON {
	return scoresJSON{millionths(p), millionths(r), millionths(f1)}
}

func bcubedRecord(b eval.BCubed) scoresJSON { return scoresOf(b.Precision, b.Recall, b.F1()) }

// calibrationRecord returns nil where nothing was predicted.
func calibrationRecord(n int, c *eval.Calibration) *calibrationJSON {
	if n == 0 {
		return nil
	}
	out := &calibrationJSON{n, millionths(c.Expected), millionths(c.Brier), millionths(c.BaseBrier), millionths(c.BaseRate), nil}
	for _, b := range c.Bins {
		out.Bins = append(out.Bins, binJSON{millionths(b.From), millionths(b.To), b.Count, millionths(b.Stated), millionths(b.Seen())})
	}
	return out
}
