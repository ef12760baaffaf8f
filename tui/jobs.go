package tui

import (
	"fmt"
	"slices"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

const (
	// patience is how long a job may take before anything says so.
	patience = 150 * time.Millisecond
	// moves is how often a sign moves on.
	moves = 100 * time.Millisecond
	// long is from when on it is told how far a job is.
	long = time.Second
	// calm is how often the footer changes where it is read aloud.
	calm = 5 * time.Second
)

// job is one that is under way.
type job struct {
	pane.Job
	id    int
	began time.Time
	done  *atomic.Pointer[pane.Done]
}

// jobs are those that are under way, the oldest first.
type jobs struct {
	all    []*job
	last   int  // the ID of the last one
	timed  bool // the next look at them is on its way
	frame  int  // of the sign that moves
	looked time.Time
}

type (
	// jobEnded is the end of a job, with its message.
	jobEnded struct {
		id  int
		msg tea.Msg
	}
	// jobLook is the time to look at the jobs.
	jobLook struct{}
)

// begin runs a job.
func (r *Root) begin(j pane.Job) tea.Cmd {
	r.jobs.last++
	under := &job{Job: j, id: r.jobs.last, began: r.env.Now(), done: new(atomic.Pointer[pane.Done])}
	r.jobs.all = append(r.jobs.all, under)
	id, done := under.id, under.done
	run := func() tea.Msg {
		return jobEnded{id, j.Run(func(d pane.Done) { done.Store(&d) })}
	}
	return tea.Batch(run, r.lookAtJobs(patience))
}

// lookAtJobs looks at the jobs after a while, as long as there are any.
func (r *Root) lookAtJobs(after time.Duration) tea.Cmd {
	if r.jobs.timed || len(r.jobs.all) == 0 {
		return nil
	}
	r.jobs.timed = true
	return r.env.After(after, func(time.Time) tea.Msg { return jobLook{} })
}

// look tells the panes how far their jobs are, and moves the sign on.
func (r *Root) look() tea.Cmd {
	r.jobs.timed = false
	now, every := r.env.Now(), moves
	if r.aloud() {
		every = calm
	}
	r.jobs.looked = now
	r.jobs.frame++
	var cmds []tea.Cmd
	for _, j := range r.jobs.all {
		if p := r.owner(j.Owner.ID); p != nil && now.Sub(j.began) >= patience {
			cmds = append(cmds, p.Update(j.progress(now)))
		}
	}
	return tea.Batch(append(cmds, r.lookAtJobs(every))...)
}

func (j *job) progress(now time.Time) pane.Progress {
	p := pane.Progress{Owner: j.Owner, Took: now.Sub(j.began)}
	if d := j.done.Load(); d != nil {
		p.Done = *d
	}
	return p
}

// ended takes a job's message as that of any command.
func (r *Root) ended(msg jobEnded) tea.Cmd {
	r.jobs.all = slices.DeleteFunc(r.jobs.all, func(j *job) bool { return j.id == msg.id })
	if msg.msg == nil {
		return nil
	}
	return pane.Request(msg.msg)
}

// owner is the pane of an ID, nil where it has gone.
func (r *Root) owner(id int) pane.Pane {
	for _, p := range r.all() {
		if i, ok := p.(pane.Identified); ok && i.PaneID() == id {
			return p
		}
	}
	return nil
}

// underWay is the end of the footer while a job takes its time that no pane shows;
// "" for none.
func (r *Root) underWay() string {
	for _, j := range r.jobs.all {
		took := r.jobs.looked.Sub(j.began)
		if took < patience || r.owner(j.Owner.ID) != nil {
			continue
		}
		text := j.What
		if took >= long {
			if far := j.progress(r.jobs.looked); far.Share > 0 {
				text += " " + percent(far.Share) + ", " + far.String()
			} else if s := far.String(); s != "" {
				text += " " + s
			}
		}
		if !r.aloud() {
			text = r.env.Theme.Spin(r.jobs.frame) + " " + text
		}
		return " " + widget.Cut(text, r.w*2/3, r.env.Theme.Glyphs.Ellipsis) + " "
	}
	return ""
}

func percent(share float64) string { return fmt.Sprintf("%.0f%%", 100*share) }
