package store

import (
	"path/filepath"
	"syscall"
)

// The magic numbers of network file systems, from statfs(2).
var networkMagic = map[int64]string{
	0x6969: "NFS", 0x517b: "SMB", 0xff534d42: "CIFS", 0xfe534d42: "SMB2", 0x01021997: "9P",
	0x5346414f: "AFS", 0x73757245: "Coda", 0x00c36400: "Ceph", 0x0bd00bd0: "Lustre",
	0x47504653: "GPFS",
}

// networkFS names the network file system that holds path or its nearest
// existing parent, "" for a local one.
func networkFS(path string) string {
	var st syscall.Statfs_t
	for syscall.Statfs(path, &st) != nil {
		parent := filepath.Dir(path)
		if parent == path {
			return ""
		}
		path = parent
	}
	return networkMagic[int64(st.Type)]
}
