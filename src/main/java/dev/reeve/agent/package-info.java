/**
 * An agent: how it is run ({@link dev.reeve.agent.AgentConfig}, which {@link dev.reeve.agent.AgentFile} reads) and where
 * its program is ({@link dev.reeve.agent.CommandPath}).
 */
package dev.reeve.agent;
