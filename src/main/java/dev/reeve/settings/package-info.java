/**
 * What the configuration files of a workspace say. {@link dev.reeve.settings.ConfigurationReader} reads them all,
 * {@link dev.reeve.settings.Configuration} is what came of it, and {@link dev.reeve.settings.Checkup} lists every problem
 * for a person.
 */
package dev.reeve.settings;
