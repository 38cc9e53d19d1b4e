package dev.reeve.cli.setup;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.SearchPath;
import dev.reeve.cli.call.UserError;
import dev.reeve.program.Preset;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Makes one agent in a workspace, and says what to do with it. */
final class AgentAddition {

    private final Invocation invocation;
    private final Workspace workspace;

    AgentAddition(Invocation invocation, Workspace workspace) {
        this.invocation = invocation;
        this.workspace = workspace;
    }

    /** A person in place of a program. */
    void makePerson(String name) throws IOException {
        check(name);
        make(name, new AgentTemplate(invocation.durable().disk(), name).person());
        invocation.say("Made " + workspace.agent(name).path() + ".");
        invocation.say("Edit agents/" + name + "/agent.yaml: how long " + name + " is asked, and who is asked then.");
        invocation.say("A question: echo \"…?\" > agents/" + name + "/tasks/first.md");
    }

    /**
     * @param from an agent to be made alike, or null
     * @param command what to run, or null for a script to fill in
     * @param preset the program that it is, or null
     */
    void make(String name, String from, List<String> command, String preset) throws IOException {
        check(name);
        AgentTemplate template = new AgentTemplate(invocation.durable().disk(), name);
        SortedMap<String, byte[]> files = from != null
                ? template.like(existing(from))
                : preset != null
                        ? template.being(Offer.preset(invocation, workspace, preset))
                        : template.running(command);
        make(name, files);
        tell(name, from, command, preset);
    }

    private static void check(String name) {
        if (!AgentMaker.isName(name)) {
            throw new UserError(
                    Exit.USAGE,
                    "\"" + name
                            + "\" can't be an agent's name: lower-case letters, digits, - and _, at most 64, a letter"
                            + " or digit first. What about " + TaskId.slug(name) + "?");
        }
    }

    private void make(String name, SortedMap<String, byte[]> files) throws IOException {
        try {
            new AgentMaker(invocation.durable(), workspace).make(name, files);
        } catch (FileAlreadyExistsException e) {
            throw new UserError(
                    Exit.USAGE,
                    "there is an agent " + name + " already, in "
                            + workspace.agent(name).path() + ". Choose another name, or edit that one.");
        }
    }

    private AgentFolder existing(String from) throws IOException {
        List<AgentFolder> agents = workspace.agentFolders(invocation.durable().disk());
        return agents.stream()
                .filter(agent -> agent.name().equals(from))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        Exit.NO_SUCH_THING,
                        "--from " + from + ": no such agent in " + workspace.agents() + ". There is "
                                + (agents.isEmpty()
                                        ? "none yet"
                                        : agents.stream().map(AgentFolder::name).collect(Collectors.joining(", ")))
                                + "."));
    }

    private void tell(String name, String from, List<String> command, String preset) {
        String folder = "agents/" + name + "/";
        invocation.say("Made " + workspace.agent(name).path() + (from == null ? "." : ", as " + from + " is."));
        if (preset != null) {
            tellOfPreset(folder, Offer.preset(invocation, workspace, preset));
        } else if (command != null) {
            tellOfProgram(folder, command.get(0));
        } else if (from == null) {
            invocation.say("Edit " + folder + "run.sh: it is what runs, and only repeats its prompt so far.");
        }
        invocation.say("Edit " + folder + "AGENTS.md: it says who the agent is.");
        invocation.say("A task for it: echo \"…\" > " + folder + "tasks/first.md");
    }

    private void tellOfPreset(String folder, Preset preset) {
        String program = preset.command().get(0);
        if (!program.contains("/") && new SearchPath(invocation.environment()).find(program) == null) {
            invocation.say("There is no program " + program + " on your PATH"
                    + (preset.install() == null ? "." : ": " + preset.install()));
        }
        invocation.say("Edit " + folder + "agent.yaml: its model, and what it may do.");
    }

    private void tellOfProgram(String folder, String program) {
        if (program.startsWith("/")) {
            return;
        }
        if (program.contains("/")) {
            invocation.say("Put the program into its folder: " + folder + program + ", executable.");
        } else if (new SearchPath(invocation.environment()).find(program) == null) {
            invocation.say("There is no program " + program + " on your PATH: install it before you give it a task.");
        }
    }
}
