/**
 * What it takes to set Reeve up: a workspace from its template, an agent, a service of launchd or systemd.
 *
 * <p>Enter by {@link dev.reeve.cli.setup.WorkspaceMaker}, {@link dev.reeve.cli.setup.AgentMaker} and
 * {@link dev.reeve.cli.setup.Service}. Nothing here talks to a person; the commands do.
 */
package dev.reeve.cli.setup;
