package dev.reeve.cli;

import dev.reeve.cli.setup.Programs;
import dev.reeve.cli.setup.Step;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Goes through the commands of an installation, and leaves the rest to the person where one fails. */
final class StepRunner {

    private final Programs programs;
    private final PrintWriter out;

    StepRunner(Programs programs, PrintWriter out) {
        this.programs = programs;
        this.out = out;
    }

    void show(List<Step> steps) {
        steps.forEach(step -> out.println("Would run " + step.line()));
    }

    /** @param soFar what is the case if one of them fails */
    void run(List<Step> steps, String soFar) {
        for (int next = 0; next < steps.size(); next++) {
            Step step = steps.get(next);
            String failure = failure(step);
            if (failure == null) {
                out.println("Ran " + step.line());
            } else if (!step.mayFail()) {
                out.flush();
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
            Programs.Result result = programs.run(step.command());
            return result.exit() == 0
                    ? null
                    : "`" + step.line() + "` ended with " + result.exit()
                            + (result.output().isEmpty() ? "." : " and said: " + result.output());
        } catch (IOException e) {
            return "`" + program + "` can't be run here: " + e.getMessage() + ".";
        }
    }
}
