package main

import (
	"encoding/json"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func versionCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:     "version",
		Short:   "The version of the program, and what it was built from",
		GroupID: groupProgram,
		Example: "  bordertop version\n  bordertop version --json",
		Args:    noArguments,
	}
	asJSON := c.Flags().Bool("json", false, "write JSON")
	c.RunE = func(*cobra.Command, []string) error {
		if !*asJSON {
			return deliver(e, f.output, []byte("bordertop "+version()+"\n"))
		}
		text, err := json.MarshalIndent(build(), "", "  ")
		if err != nil {
			return err
		}
		return deliver(e, f.output, append(text, '\n'))
	}
	return c
}

// built is what the program was built from. What is not known is empty.
type built struct {
	Version  string `json:"version"`
	Revision string `json:"revision"`
	// Modified tells that the sources were not those of the revision.
	Modified bool   `json:"modified"`
	Time     string `json:"time"`
	Go       string `json:"go"`
	OS       string `json:"os"`
	Arch     string `json:"arch"`
}

func build() built {
	b := built{Version: version(), Go: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Revision = s.Value
		case "vcs.time":
			b.Time = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	return b
}

// version is that of the module where it was installed as one, else the commit
// that it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	revision, dirty := "unknown", ""
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			revision = s.Value[:min(12, len(s.Value))]
		case "vcs.modified":
			if s.Value == "true" {
				dirty = "+"
			}
		}
	}
	return "devel " + revision + dirty
}
