/** {@code reeve event} drops an event, {@code reeve route} says which rule takes a file. */
package dev.reeve.cli.event;
