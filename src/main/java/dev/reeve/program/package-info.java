/**
 * The programs that agents are: presets that say how each is started, and readers of what it prints
 * ({@link dev.reeve.program.Told}).
 */
package dev.reeve.program;
