/**
 * What it takes to set Reeve up: {@code init} makes a workspace from its template, {@code agent add} makes an agent.
 *
 * <p>Enter by the two commands, and by {@link dev.reeve.cli.setup.WorkspaceMaker} for a workspace without a word about it.
 * {@link dev.reeve.cli.setup.Packed} reads the files that come with Reeve.
 */
package dev.reeve.cli.setup;
