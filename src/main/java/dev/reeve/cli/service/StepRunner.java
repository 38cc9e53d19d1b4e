package dev.reeve.cli.service;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Programs;
import dev.reeve.cli.call.UserError;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Goes through the commands of an installation, and leaves the rest to the person where one fails. */
final class StepRunner {

    private final Invocation invocation;

    StepRunner(Invocation invocation) {
        this.invocation = invocation;
    }

    void show(List<Step> steps) {
        steps.forEach(step -> invocation.say("Would run " + step.line()));
    }

    /** @param soFar what is the case if one of them fails */
    void run(List<Step> steps, String soFar) {
        for (int next = 0; next < steps.size(); next++) {
            Step step = steps.get(next);
            String failure = failure(step);
            if (failure == null) {
                invocation.say("Ran " + step.line());
            } else if (!step.mayFail()) {
                throw new UserError(
                        Exit.USAGE,
                        soFar + " " + failure + "\nWhen that is mended, run:\n"
                                + steps.subList(next, steps.size()).stream()
                                        .map(left -> "  " + left.line())
                                        .collect(Collectors.joining("\n")));
            }
        }
    }

    /** @return null if it went well */
    private String failure(Step step) {
        String program = step.command().get(0);
        try {
            Programs.Result result = invocation.origin().programs().run(step.command());
            return result.exit() == 0
                    ? null
                    : "`" + step.line() + "` ended with " + result.exit()
                            + (result.output().isEmpty() ? "." : " and said: " + result.output());
        } catch (IOException e) {
            return "`" + program + "` can't be run here: " + e.getMessage() + ".";
        }
    }
}
