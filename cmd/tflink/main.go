// Command tflink links the cases of many counties and explains every link.
package main

import (
	"os"

	"github.com/tflink/tflink/internal/cli"
)

func main() { os.Exit(cli.Main()) }
