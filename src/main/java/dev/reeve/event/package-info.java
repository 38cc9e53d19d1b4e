/**
 * Events, and the rules that make tasks of them. {@link dev.reeve.event.Event} is a file that was dropped,
 * {@link dev.reeve.event.Route} a rule, {@link dev.reeve.event.Routing} says which rule takes what, and
 * {@link dev.reeve.event.RoutedTask} is the task that comes of it. All of it is a function of what was read already.
 */
package dev.reeve.event;
