/**
 * What people write, turned into typed values or into problems that say how to mend it.
 *
 * <p>{@link dev.reeve.text.YamlText} and {@link dev.reeve.text.JsonText} make one small tree, {@link dev.reeve.text.Node},
 * in which every scalar is still the text that was written. A {@link dev.reeve.text.Form} is the table of the keys that a
 * file may have; the key's {@link dev.reeve.text.Type} decides how its value is read, never a guess by its looks. All
 * problems of a file are collected in a {@link dev.reeve.text.Report}. Nothing here touches a disk.
 */
package dev.reeve.text;
