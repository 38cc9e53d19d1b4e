package dev.reeve.launch;

/** A question and its answer, from before. @param when in words */
public record Turn(String when, String asked, String answered) {}
