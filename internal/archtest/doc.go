// Package archtest holds the project's imports to one direction. It has no code
// of its own: the rules stand in its test, and in words in ARCHITECTURE.md.
package archtest
