import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends events by the Java SDK of CloudEvents, each as a structured, a binary and a batched request: one event a line of
 * the standard input, one answer a line of the standard output. See
 * ../../src/sdk-senders.fixture.ts. With SENT_BY=HttpURLConnection in the environment that is what sends them.
 */
public class Sender {
  private static final ObjectMapper json = new ObjectMapper();
  private static final HttpClient client = HttpClient.newHttpClient();
  private static final boolean isOld = "HttpURLConnection".equals(System.getenv("SENT_BY"));

  private static CloudEvent eventOf(JsonNode told) throws Exception {
    var attributes = told.get("attributes");
    var version = SpecVersion.parse(attributes.path("specversion").asText("1.0"));
    var event = CloudEventBuilder.fromSpecVersion(version)
        .withId(attributes.get("id").asText())
        .withSource(URI.create(attributes.get("source").asText()))
        .withType(attributes.get("type").asText());
    if (attributes.has("time")) event = event.withTime(OffsetDateTime.parse(attributes.get("time").asText()));
    if (attributes.has("subject")) event = event.withSubject(attributes.get("subject").asText());
    if (attributes.has("dataschema")) event = event.withDataSchema(URI.create(attributes.get("dataschema").asText()));
    if (attributes.has("datacontenttype")) event = event.withDataContentType(attributes.get("datacontenttype").asText());
    for (var entry : told.path("extensions").properties()) {
      var value = entry.getValue();
      if (value.isNull()) continue;
      if (value.isBoolean()) event = event.withExtension(entry.getKey(), value.asBoolean());
      else if (value.isInt()) event = event.withExtension(entry.getKey(), value.asInt());
      else event = event.withExtension(entry.getKey(), value.asText());
    }
    var data = told.get("data");
    return told.path("bytes").asBoolean()
        ? event.withData(json.writeValueAsBytes(data)).build()
        : event.withData(JsonCloudEventData.wrap(data)).build();
  }

  private record Answer(int status, String body) {}

  /** By the client of Java 11, or by the one of the SDK's own examples. */
  private static Answer post(String url, Map<String, String> headers, byte[] body) throws Exception {
    if (!isOld) {
      var request = HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
      headers.forEach(request::header);
      var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.body());
    }
    var connection = (HttpURLConnection) new URL(url).openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    headers.forEach(connection::setRequestProperty);
    connection.getOutputStream().write(body);
    var status = connection.getResponseCode();
    var answer = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    return new Answer(status, new String(answer.readAllBytes(), StandardCharsets.UTF_8));
  }

  private static Answer send(String mode, String url, JsonNode told) throws Exception {
    var event = eventOf(told);
    // Who holds JSON as bytes has it sent in base64 by this option alone.
    var format = told.path("bytes").asBoolean() ? new JsonFormat().withForceJsonDataToBase64() : new JsonFormat();
    var headers = new LinkedHashMap<String, String>();
    var body = new ByteArrayOutputStream();
    var writer = HttpMessageFactory.createWriter(headers::put, body::writeBytes);
    switch (mode) {
      case "structured" -> writer.writeStructured(event, format);
      case "binary" -> writer.writeBinary(event);
      default -> {
        // The SDK writes no batches: its events one by one, in an array.
        headers.put("content-type", "application/cloudevents-batch+json");
        body.write('[');
        body.writeBytes(format.serialize(event));
        body.write(']');
      }
    }
    return post(url, headers, body.toByteArray());
  }

  private static ObjectNode answerOf(String mode, String url, JsonNode told) {
    var answer = json.createObjectNode().put("name", told.get("name").asText()).put("mode", mode);
    try {
      var response = send(mode, url, told);
      return answer.put("status", response.status()).set("body", json.readTree(response.body()));
    } catch (Exception error) {
      return answer.put("unsendable", error.toString());
    }
  }

  public static void main(String[] args) throws Exception {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine())
      for (var mode : new String[] {"structured", "binary", "batch"})
        System.out.println(json.writeValueAsString(answerOf(mode, args[0], json.readTree(line))));
  }
}
