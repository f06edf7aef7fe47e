// Asks for the name in one file; nothing but the JDK (17 or newer).
//   echo 430302196803142018 | HUB_URL=http://127.0.0.1:4000 java docs/examples/java/Query.java
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Query {
    static final String FILE = "query File($who: CitizenNumber!) { veteran(by: { citizenNumber: $who }) {"
        + " identity { name { value source { department { titleZh } } } } } }";

    /** The text of a member in an answer's JSON; a program of some size takes a JSON library here. */
    static String text(String json, String member) {
        Matcher found = Pattern.compile("\"" + member + "\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
        return found.find() ? found.group(1) : null;
    }

    public static void main(String[] args) throws Exception {
        // A citizen number is read from standard input, so that it stands in no command line.
        String who = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).trim();
        if (!who.matches("[0-9Xx]+")) throw new IllegalArgumentException("a citizen number is digits, and X at its end");
        String hub = System.getenv().getOrDefault("HUB_URL", "http://127.0.0.1:4000");
        String body = "{\"query\":\"" + FILE + "\",\"variables\":{\"who\":\"" + who + "\"}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(hub + "/graphql"))
            .timeout(Duration.ofSeconds(30))
            .header("content-type", "application/json")
            .header("accept", "application/graphql-response+json")
            .header("graphql-client-name", "example-java")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
        HttpResponse<String> response = HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        String answer = response.body();
        if (answer.contains("\"errors\":")) {
            System.err.println(text(answer, "code") + ": " + text(answer, "message"));
            System.exit(1);
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
            .println(text(answer, "value") + " (" + text(answer, "titleZh") + ")");
    }
}
