package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/tflink/tflink/linkage/eval"
)

const scriptDir = "bench/quality"

// known is what the peers reached.
type known struct {
	Versions string            `json:"versions"`
	Machine  string            `json:"machine"`
	Sets     map[string]answer `json:"sets"` // by section and set
}

// An answer is what the peers reached on a set, by heading, and a hash of what they were given.
type answer struct {
	Input  string             `json:"input"`
	Scores map[string]float64 `json:"scores"`
}

func readKnown(path string) (*known, error) {
	k := &known{Sets: map[string]answer{}}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return k, nil
	}
	if err != nil {
		return nil, err
	}
	return k, json.Unmarshal(text, k)
}

func (k *known) write(path string) error {
	text, err := json.MarshalIndent(k, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, '\n'), 0o644)
}

func hashOf(input []byte) string {
	sum := sha256.Sum256(input)
	return hex.EncodeToString(sum[:8])
}

func keyOf(s section, r row) string { return s.title + ": " + r.set }

// cell returns what a peer reached on a set, a dash if that is not known.
func (k *known) cell(s section, r row, peer string) string {
	a, ok := k.Sets[keyOf(s, r)]
	v, has := a.Scores[peer]
	if !ok || !has || a.Input != hashOf(r.input) {
		return "–"
	}
	return fmt.Sprintf("%.4f", v)
}

// ask has the peers answer on every set on which their answer is not known, and keeps each in the file.
func (k *known) ask(p *python, sections []section, path string) error {
	if k.Versions != requirements() {
		k.Sets = map[string]answer{}
	}
	k.Versions, k.Machine = requirements(), machine()
	for _, s := range sections {
		for _, r := range s.rows {
			key := keyOf(s, r)
			if r.ask == nil || r.skipped != "" || k.Sets[key].Input == hashOf(r.input) {
				continue
			}
			fmt.Fprintln(os.Stderr, key)
			scores, err := r.ask(p)
			if err != nil {
				return fmt.Errorf("%s: %w", key, err)
			}
			k.Sets[key] = answer{hashOf(r.input), scores}
			if err := k.write(path); err != nil {
				return err
			}
		}
	}
	return nil
}

func requirements() string {
	text, _ := os.ReadFile(filepath.Join(scriptDir, "requirements.txt"))
	return strings.ReplaceAll(strings.Join(strings.Fields(string(text)), ", "), "==", " ")
}

// machine says on what the peers ran; quality does not depend on it, but versions of Python may.
func machine() string {
	version, err := exec.Command("python3", "--version").Output()
	if err != nil {
		version = []byte("an unknown Python")
	}
	return fmt.Sprintf("%s/%s with %d cores and %s", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), strings.TrimSpace(string(version)))
}

// python runs peers.py in an environment of its own.
type python struct{ folder, program string }

func newPython(cache string) (*python, error) {
	p := &python{folder: filepath.Join(cache, "quality")}
	p.program = filepath.Join(p.folder, "python", "bin", "python")
	var commands [][]string
	if _, err := os.Stat(p.program); err != nil {
		commands = append(commands, []string{"python3", "-m", "venv", filepath.Join(p.folder, "python")})
	}
	commands = append(commands, []string{p.program, "-m", "pip", "install", "-q", "-r", filepath.Join(scriptDir, "requirements.txt")})
	for _, c := range commands {
		cmd := exec.Command(c[0], c[1:]...)
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return nil, fmt.Errorf("%s: %w", strings.Join(c, " "), err)
		}
	}
	return p, nil
}

// run hands the script its input and returns what it wrote.
func (p *python) run(input []byte, args ...string) ([]byte, error) {
	in, out := filepath.Join(p.folder, "in"), filepath.Join(p.folder, "out")
	if err := os.WriteFile(in, input, 0o644); err != nil {
		return nil, err
	}
	cmd := exec.Command(p.program, append(append([]string{filepath.Join(scriptDir, "peers.py")}, args...), in, out)...)
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, said.Bytes())
	}
	return os.ReadFile(out)
}

// clusters returns the clusters of a table that a peer finds.
func (p *python) clusters(peer, kind string, table []byte) (eval.Assignment, error) {
	out, err := p.run(table, peer, kind)
	if err != nil {
		return nil, err
	}
	return eval.ReadTruth(bytes.NewReader(out))
}

// lines asks a question a line and returns the answers, each in its own form.
func lines[A any](p *python, task string, questions []byte) ([]A, error) {
	out, err := p.run(questions, "lines", task)
	if err != nil {
		return nil, err
	}
	var answers []A
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var a A
		if err := d.Decode(&a); err != nil {
			return nil, err
		}
		answers = append(answers, a)
	}
	return answers, nil
}

// jsonLines writes a value a line.
func jsonLines[V any](values []V) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	for _, v := range values {
		if err := e.Encode(v); err != nil {
			panic(err) // texts and numbers only
		}
	}
	return b.Bytes()
}

func csvBytes(header []string, rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(header) // a buffer takes all
	_ = w.WriteAll(rows)
	return b.Bytes()
}
