/**
 * {@code reeve install} and {@code uninstall}: has launchd or systemd keep a supervisor running.
 *
 * <p>Enter by the two commands. A {@code Service} says what is written and run for it, and is carried out, or only shown,
 * by the commands: so that it can be tested anywhere.
 */
package dev.reeve.cli.service;
