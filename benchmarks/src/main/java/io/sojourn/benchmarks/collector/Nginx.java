package io.sojourn.benchmarks.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** nginx from Debian on a configuration of its own: it reads the body, throws it away and answers 204. */
final class Nginx {
    private Nginx() {}

    static boolean installed() {
        return Files.isExecutable(Path.of("/usr/sbin/nginx"));
    }

    static Measured start(Path folder) throws Exception {
        int port = Java.freePort();
        Path config = Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port));
        Process process = new ProcessBuilder("/usr/sbin/nginx", "-c", config.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        return Measured.other("nginx", port, process);
    }

    private static String configuration(Path folder, int port) throws IOException {
        return """
                daemon off; worker_processes 2; pid %1$s/nginx.pid; error_log %1$s/nginx.log;
                %3$s
                events { worker_connections 4096; }
                http {
                  access_log off; keepalive_requests 1000000000; client_body_buffer_size 16k;
                  client_body_temp_path %1$s/nginx-body; proxy_temp_path %1$s/nginx-proxy;
                  fastcgi_temp_path %1$s/nginx-f; uwsgi_temp_path %1$s/nginx-u; scgi_temp_path %1$s/nginx-s;
                  server { listen 127.0.0.1:%2$d; location / { return 204; } }
                }
                """.formatted(folder, port, "root".equals(System.getProperty("user.name")) ? "user root;" : "");
    }
}
