// Package records answers: here are files as counties really send them; what
// rows and columns are in them, what does each column hold, and where does
// each value stand?
//
// [Open] reads CSV in every common dialect, Excel workbooks, JSON arrays and JSON
// lines, each also compressed with gzip or zstd, in UTF-8, UTF-16 or
// Windows-1252, and finds out for itself which of these a file is. A file holds
// one or more tables (one for each sheet of a workbook); a table hands out its
// rows in batches, so that memory does not grow with the file:
//
//	f, err := records.Open("wyoming.csv", records.Options{})
//	for {
//		t, err := f.Next() // io.EOF after the last table
//		m := records.Infer(t)
//		for {
//			err := t.NextBatch(&b) // io.EOF after the last row
//			…
//		}
//	}
//	for _, p := range f.Problems() { … }
//
// [Infer] says what the columns of a table mean, from the words of the header and from
// what the values look like, with a confidence and the reason. [WritePlan]
// shows that to a person, [WriteMappings] stores it as a YAML file that can be
// edited, and [ReadMappings] takes it back.
//
// What could not be read is never dropped in silence: it is counted, and the
// first of each kind are kept with their position ([File.Problems]).
package records
