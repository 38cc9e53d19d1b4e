package dev.reeve.launch;

/** What every process of an attempt carries in its environment: which attempt, of which task, in which workspace. */
public record Mark(String workspace, String task, int attempt) {}
