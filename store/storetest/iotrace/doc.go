// Package iotrace stands between a child process and its disk: it notes every
// call by which the child changes the files of one folder, can have any call
// fail, come up short or be the child's last, and builds from what it noted
// every disk that a loss of power could have left.
//
// The child asks for it, the parent answers:
//
//	// in the child, before it touches a file
//	err := iotrace.Join()
//
//	// in the parent
//	cmd := exec.Command(os.Args[0])
//	disk := iotrace.NewDisk(folder)
//	err := iotrace.Run(cmd, folder, func(c iotrace.Call) iotrace.Answer {
//		if c.Op == iotrace.Sync {
//			try(disk.Image(seed))     // what a loss of power leaves here
//		}
//		disk.Apply(c)
//		return iotrace.Answer{}       // let it happen
//	})
//
// It rests on seccomp's user notification: the kernel holds the calls named in a
// filter until the parent has answered. So nothing in the child is changed, all
// other calls run at full speed, and neither privilege nor debugger is needed.
//
// # Caveats
//
//   - Linux 5.19 or newer, on amd64 or arm64. A machine whose sandbox forbids
//     seccomp says so in the error of Join.
//   - Calls are noted in the order in which they begin. Two threads that write
//     to one file at once would be noted in an order of chance; a store has one
//     writer.
//   - Syncs are answered and not carried out: the disk is the one of [Disk], so a
//     run costs no real sync.
//   - Memory maps that are written to are not seen. bbolt only reads its map.
package iotrace
