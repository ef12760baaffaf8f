package main

import (
	"github.com/spf13/cobra"

	"talentmap/store"
)

func (a *app) sequencePutVerb() *cobra.Command {
	c := &cobra.Command{
		Use: "put SEQUENCE PERSON", Short: "Put somebody into a sequence: the next touch to her begins it", Args: args(2, 2, "a sequence and a person"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return v.with(func(st *store.Store) error {
			w, err := a.readWritings(st)
			if err != nil {
				return err
			}
			s, err := w.sequence(args[0])
			if err != nil {
				return err
			}
			return v.onIn(st, args[1], func(who store.Act) (store.Acted, error) { return st.PutInto(who, s.ID) }, "put into "+s.Name)
		})
	}
	return c
}

func (a *app) sequenceOutVerb() *cobra.Command {
	c := &cobra.Command{
		Use: "out PERSON", Short: "Take somebody out of the sequence that she is in, or was put into", Args: args(1, 1, "a person"),
	}
	v := a.actFlags(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return v.on(args[0], (*store.Store).TakeOut, "taken out of the sequence")
	}
	return c
}
