/**
 * The commands that do what a person does with {@code mv}: {@code hold}, {@code release}, {@code retry} and {@code kill}.
 *
 * <p>Enter by the four commands. Each is an {@code Order}, which {@code Mover} carries out.
 */
package dev.reeve.cli.move;
