/**
 * What {@code reeve demo} shows. An {@link dev.reeve.cli.demo.Example} is a workspace that comes with Reeve,
 * {@link dev.reeve.cli.demo.Stage} makes one of its own of it, {@link dev.reeve.cli.demo.Story} follows what goes on there,
 * and {@link dev.reeve.cli.demo.FolderTree} draws what is left. The command itself, which runs the supervisor and prints,
 * is in the package above.
 */
package dev.reeve.cli.demo;
