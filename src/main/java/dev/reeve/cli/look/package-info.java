/**
 * The commands that look and change nothing: {@code status}, {@code show}, {@code logs} and {@code wait}.
 *
 * <p>Enter by the four commands. A page for a person and the same for a program stand side by side:
 * {@code StatusPage} and {@code StatusJson}, both made of what {@code StatusReader} found.
 */
package dev.reeve.cli.look;
