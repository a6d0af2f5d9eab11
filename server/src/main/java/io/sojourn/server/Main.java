package io.sojourn.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the process begins. */
@Command(
        name = "sojourn",
        description = "See where visitors stall, watch why, prove the fix.",
        version = Version.NAME,
        mixinStandardHelpOptions = true,
        subcommands = {ServeCommand.class, DemoCommand.class, RederiveCommand.class, ReleaseCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((trouble, command, parsed) -> Failure.report(trouble));
        int status = line.execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }
}
