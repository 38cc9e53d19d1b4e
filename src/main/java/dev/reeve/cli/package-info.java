/**
 * The command line: what a person types, and what is printed.
 *
 * <p>Enter by {@link dev.reeve.cli.Main} and {@link dev.reeve.cli.CommandTree}, which lists the commands. A command has
 * everything from outside by its {@link dev.reeve.cli.Invocation}, reads and writes the files of a workspace, and so
 * works whether or not a supervisor runs. {@link dev.reeve.cli.TaskFinder} knows which task is meant,
 * {@link dev.reeve.cli.Mover} moves it, {@link dev.reeve.cli.Vigil} waits for it, and {@link dev.reeve.cli.Errors} says
 * what went wrong.
 */
package dev.reeve.cli;
