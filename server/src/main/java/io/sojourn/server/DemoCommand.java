package io.sojourn.server;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: everything, on a throw-away folder, with a shop and its visitors. */
@Command(name = "demo", description = "Show everything with a demo shop.", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final int PORT = 7080;
    private static final int SHOP_PORT = 7081;

    @Option(names = "--port", description = "The console's port (default: 7080, or a free one when that is taken).")
    private int port = -1;

    @Option(names = "--visits", description = "Visits in the two weeks of history (default: 1500).")
    private int visits = 1500;

    @Option(names = "--no-browser", description = "Live visitors come without a browser.")
    private boolean noBrowser;

    @Override
    public Integer call() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        Demo demo = new Demo(port >= 0 ? port : FreePort.orFree(PORT), FreePort.orFree(SHOP_PORT));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            demo.close();
            stopped.countDown();
        }));
        System.out.println("Two weeks of visits to a small lamp shop are being sent through the intake …");
        demo.tellHistory(visits);
        demo.goLive(!noBrowser);
        System.out.println(demo.greeting());
        stopped.await();
        return 0;
    }
}
