/**
 * An agent and a task become a process, and a process becomes a status again.
 *
 * <p>Starting: {@link dev.reeve.launch.Environment}, {@link dev.reeve.launch.Prompt} and
 * {@link dev.reeve.launch.CommandFile} say what runs, {@link dev.reeve.launch.Shim} wraps it, and
 * {@link dev.reeve.launch.Processes} starts it. Coming back: {@link dev.reeve.launch.PidFile} and
 * {@link dev.reeve.launch.ExitFile} are what the shim leaves, {@link dev.reeve.launch.Fate} is what follows.
 * Stopping: {@link dev.reeve.launch.Tree} says who belongs to an attempt, {@link dev.reeve.launch.TreeStop} ends them.
 */
package dev.reeve.launch;
