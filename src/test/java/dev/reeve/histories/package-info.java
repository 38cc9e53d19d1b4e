/**
 * Histories of a workspace made from seeds, played by the true supervisor on a simulated machine, with people, agents and
 * faults all around it.
 *
 * <p>{@link dev.reeve.histories.Menu} makes a {@link dev.reeve.histories.History} from a seed, {@link
 * dev.reeve.histories.Play} plays it, the {@link dev.reeve.histories.Invariant}s watch over each step, {@link
 * dev.reeve.histories.Judgement} says what must be found at the end, and {@link dev.reeve.histories.Shrinker} takes out of a
 * history that failed whatever it fails without.
 */
package dev.reeve.histories;
