/** What is said and done about schedules. */
package dev.reeve.cli.schedule;
