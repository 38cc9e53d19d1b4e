package dev.reeve.cli.submit;

import java.nio.file.Path;
import java.util.SortedMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of the tasks that are submitted together.
 *
 * @param keys that are added to what the task says
 * @param attached what goes along with it, by the name that it has there; a slash in it makes a folder
 */
record Part(String id, Keyed task, ObjectNode keys, SortedMap<String, Path> attached) {}
