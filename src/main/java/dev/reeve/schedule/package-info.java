/**
 * Schedules: what people write ({@link dev.reeve.schedule.ScheduleFile}), at which times that is
 * ({@link dev.reeve.schedule.Slots}), and what becomes of them ({@link dev.reeve.schedule.Due}). All of it is plain
 * functions of text and time.
 */
package dev.reeve.schedule;
