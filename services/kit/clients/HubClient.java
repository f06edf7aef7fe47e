import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * A client of the veterans' hub in one file: Java 17 or newer, its standard library, nothing else.
 *
 * <pre>
 * try (var hub = new HubClient(new HubClient.Options("https://hub.example", Path.of("/var/lib/payments/outbox")))) {
 *   hub.put("{\"type\": \"finance.PaymentStopped.v1\", \"source\": \"/departments/finance/treasury\", …}");
 *   System.out.println(hub.settled("/departments/finance/treasury", "P-1").state());
 * }
 * </pre>
 *
 * An event is durable when {@code put} returns, and is recorded once by the hub, whatever breaks in between. What was
 * refused or rejected stays in the outbox until {@code sendAgain} or {@code drop}. The outbox is a file of lines that are
 * only ever appended, each with its checksum; it is written anew, by a rename, at the beginning, at the end, and when most of it is past. It holds personal
 * data until that is recorded and the file is written anew: only its owner may read it (mode 0600). One process has it.
 *
 * As a command: events on standard input, one a line; {@code put <id>} is said when an event is durable, and its state
 * when it is settled. Ends with 0 when all were recorded.
 *
 * <pre>java HubClient.java https://hub.example outbox &lt; events.ndjson</pre>
 */
public final class HubClient implements AutoCloseable {
  /**
   * WAITING to be sent; TAKEN by the intake, which gave a receipt; RECORDED, or a DUPLICATE of what was recorded before;
   * REJECTED by the recorder; REFUSED by the intake.
   */
  public enum State {
    WAITING, TAKEN, RECORDED, DUPLICATE, REJECTED, REFUSED;

    public boolean isSettled() {
      return this != WAITING && this != TAKEN;
    }

    boolean isInStore() {
      return this == RECORDED || this == DUPLICATE;
    }
  }

  /** What is wrong, where (JSON Pointer), and what to do, in both languages; it carries no value that was sent. */
  public record Fault(String pointer, String code, String message, String messageZh, String whatToDo, String whatToDoZh) {}

  /** What is known of an event, nothing of its data. */
  public record Entry(String source, String id, String type, State state, List<Fault> faults, List<Fault> notices, String receipt, String stream, String position) {}

  /** What keeps a client from sending (a source), or from following receipts (null). Status 0: nothing answered. */
  public record Trouble(String source, int status, String code, Duration waits) {}

  /** How a client works. */
  public static final class Options {
    final String url;
    final Path outbox;
    public int batch = 100;
    public Duration firstWait = Duration.ofMillis(500);
    public Duration mostWait = Duration.ofMinutes(1);
    public Duration poll = Duration.ofMillis(500);
    public Duration timeout = Duration.ofMinutes(1);
    /** Headers of each request, for a proxy that asks who comes. */
    public Supplier<Map<String, String>> headers = Map::of;
    /** Both are called from the sending thread; neither is given a value that was sent. */
    public Consumer<Entry> onChange = entry -> {};
    public Consumer<Trouble> onTrouble = trouble -> {};

    public Options(String url, Path outbox) {
      this.url = url.replaceAll("/+$", "");
      this.outbox = outbox;
    }
  }

  /** Another event has this id already: a changed fact has an id of its own, and {@code replaces}. */
  public static final class IdInUse extends RuntimeException {
    IdInUse(String message) {
      super(message);
    }
  }

  /** The outbox has no such event, or not in a state in which this can be done. */
  public static final class NotInOutbox extends RuntimeException {
    NotInOutbox(String message) {
      super(message);
    }
  }

  private static final long MOST_ANSWER_BYTES = 32L * 1024 * 1024;
  private static final int BATCH_BYTES = 4_000_000;
  private static final int RECEIPTS_AT_ONCE = 500;
  private static final int MOST_SENDINGS = 5;

  private static final class Row {
    long key;
    String source, id, type, replaces, body, digest, receipt, stream, position;
    State state = State.WAITING;
    int sendings;
    List<Object> faults = List.of(), notices = List.of();

    String name() {
      return source + "#" + id;
    }

    Entry entry() {
      return new Entry(source, id, type, state, faultsIn(faults), faultsIn(notices), receipt, stream, position);
    }
  }

  private final Options options;
  private final Journal journal;
  private final Map<Long, Row> rows = new TreeMap<>();
  private final Map<String, Row> byName = new HashMap<>();
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(20)).build();
  private final Thread sender = new Thread(this::run, "hub-client");
  private long lastKey;
  private volatile boolean stopping;
  private boolean woken;

  /** Opens an outbox, made where it is missing, and sends from it. @throws IOException where it can't be read, or another process has it */
  public HubClient(Options options) throws IOException {
    this.options = options;
    journal = new Journal(options.outbox, this::apply);
    journal.rewrite(snapshot());
    sender.start();
  }

  // --- the outbox ---------------------------------------------------------------------------------------------------

  /** Puts events (JSON objects) in, all or none; they are durable when this returns. The same again is taken once. Answers their ids. */
  public synchronized List<String> put(String... events) {
    var ids = new ArrayList<String>();
    var changes = new ArrayList<Object>();
    var fresh = new HashMap<String, String>();
    long key = lastKey;
    for (var text : events) {
      var written = written(text, null);
      var name = written.get("source") + "#" + written.get("id");
      var digest = (String) written.get("digest");
      var before = byName.containsKey(name) ? byName.get(name).digest : fresh.get(name);
      if (before != null && !before.equals(digest)) throw new IdInUse("another event was put in under this id: a changed fact has an id of its own");
      if (before == null) {
        written.put("key", BigDecimal.valueOf(++key));
        changes.add(written);
        fresh.put(name, digest);
      }
      ids.add((String) written.get("id"));
    }
    commit(changes);
    wake();
    return ids;
  }

  /** What is known of an event; null when it was never put in, or was forgotten. */
  public synchronized Entry entry(String source, String id) {
    var row = byName.get(source + "#" + id);
    return row == null ? null : row.entry();
  }

  /** The event itself, as JSON, while it is kept: until it is recorded. */
  public synchronized String body(String source, String id) {
    var row = byName.get(source + "#" + id);
    return row == null ? null : row.body;
  }

  /** Everything in the outbox, in the order in which it was put in. */
  public synchronized List<Entry> entries() {
    return rows.values().stream().map(Row::entry).toList();
  }

  /** How many events are in each state. */
  public synchronized Map<State, Long> counts() {
    var counts = new EnumMap<State, Long>(State.class);
    for (var state : State.values()) counts.put(state, 0L);
    rows.values().forEach(row -> counts.merge(row.state, 1L, Long::sum));
    return counts;
  }

  /** Sends what was refused or rejected again: as it is (null), or corrected, under the same id or another. */
  public synchronized void sendAgain(String source, String id, String corrected) {
    var row = refused(source, id);
    var written = written(corrected == null ? row.body : corrected, id);
    var other = byName.get(written.get("source") + "#" + written.get("id"));
    if (other != null && other != row) throw new IdInUse("another event of the outbox has the new id");
    written.put("key", BigDecimal.valueOf(row.key));
    commit(List.of(written));
    wake();
  }

  /** Takes out what was refused or rejected. */
  public synchronized void drop(String source, String id) {
    commit(List.of(dropped(refused(source, id))));
    wake();
  }

  /** Takes out the names of what was recorded, and writes the file anew. */
  public synchronized void forgetRecorded() {
    commit(rows.values().stream().filter(row -> row.state.isInStore()).<Object>map(HubClient::dropped).toList());
    journal.rewriteUnchecked(snapshot());
  }

  /** Waits until nothing more happens to an event by itself. */
  public synchronized Entry settled(String source, String id) throws InterruptedException {
    while (!stopping) {
      var entry = entry(source, id);
      if (entry == null) throw new NotInOutbox("the outbox has no such event");
      if (entry.state().isSettled()) return entry;
      if (!sender.isAlive()) throw new IllegalStateException("the sending thread has ended by an error of its own, or of a listener");
      wait(options.poll.toMillis());
    }
    throw new IllegalStateException("the client was closed before the event had come to its end");
  }

  /** Ends what is under way, and closes the outbox. What was not sent stays in it. */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      stopping = true;
      wake();
    }
    try {
      sender.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    try {
      // What was personal and is recorded does not outlive the client.
      journal.rewrite(snapshot());
    } finally {
      journal.close();
    }
  }

  private synchronized void wake() {
    woken = true;
    notifyAll();
  }

  private Row refused(String source, String id) {
    var row = byName.get(source + "#" + id);
    if (row == null || (row.state != State.REFUSED && row.state != State.REJECTED)) throw new NotInOutbox("the outbox has no such event that was refused or rejected");
    return row;
  }

  private static Map<String, Object> dropped(Row row) {
    return new LinkedHashMap<>(Map.of("key", BigDecimal.valueOf(row.key), "drop", true));
  }

  /** What the journal keeps of an event that is put in. */
  private static Map<String, Object> written(String text, String otherwiseId) {
    var event = new LinkedHashMap<String, Object>();
    event.put("specversion", "1.0");
    event.put("id", otherwiseId == null ? uuidV7() : otherwiseId);
    object(Json.read(text)).forEach((name, value) -> {
      if (value != null) event.put(name, value);
    });
    for (var name : List.of("id", "source", "type"))
      if (!(event.get(name) instanceof String)) throw new IllegalArgumentException("the event has no " + name);
    var written = new LinkedHashMap<String, Object>();
    for (var name : List.of("source", "id", "type", "replaces")) written.put(name, event.get(name));
    written.put("body", Json.write(event));
    written.put("digest", sha256(Json.write(sorted(event))));
    return written;
  }

  private static Object sorted(Object value) {
    if (value instanceof List<?> list) return list.stream().map(HubClient::sorted).toList();
    if (!(value instanceof Map<?, ?> map)) return value;
    var sorted = new TreeMap<String, Object>();
    map.forEach((key, member) -> sorted.put((String) key, sorted(member)));
    return sorted;
  }

  /** Writes changes durably, then lets them count. */
  private synchronized void commit(List<Object> changes) {
    if (changes.isEmpty()) return;
    journal.append(Json.write(changes));
    apply(changes);
    if (journal.isMostlyPast(rows.values().stream().mapToLong(row -> row.body == null ? 200 : row.body.length() + 400L).sum())) journal.rewriteUnchecked(snapshot());
  }

  @SuppressWarnings("unchecked")
  private synchronized void apply(Object changes) {
    for (var change : (List<Map<String, Object>>) changes) {
      long key = ((Number) change.get("key")).longValue();
      var row = rows.computeIfAbsent(key, fresh -> new Row());
      row.key = key;
      lastKey = Math.max(lastKey, key);
      if (Boolean.TRUE.equals(change.get("drop"))) {
        rows.remove(key);
        byName.remove(row.name());
        continue;
      }
      if (change.containsKey("digest")) {
        byName.remove(row.name());
        var fresh = new Row();
        fresh.key = key;
        fresh.source = (String) change.get("source");
        fresh.id = (String) change.get("id");
        fresh.type = (String) change.get("type");
        fresh.replaces = (String) change.get("replaces");
        fresh.body = (String) change.get("body");
        fresh.digest = (String) change.get("digest");
        rows.put(key, fresh);
        byName.put(fresh.name(), fresh);
        row = fresh;
      }
      if (change.get("state") instanceof String state) row.state = State.valueOf(state);
      if (change.get("receipt") instanceof String receipt) row.receipt = receipt;
      if (change.get("stream") instanceof String stream) row.stream = stream;
      if (change.get("position") instanceof String position) row.position = position;
      if (change.get("sendings") instanceof Number sendings) row.sendings = sendings.intValue();
      if (change.get("faults") instanceof List<?> faults) row.faults = (List<Object>) faults;
      if (change.get("notices") instanceof List<?> notices) row.notices = (List<Object>) notices;
      if (row.state.isInStore()) row.body = null;
    }
  }

  private synchronized List<String> snapshot() {
    var lines = new ArrayList<String>();
    for (var row : rows.values()) {
      var all = new LinkedHashMap<String, Object>();
      all.put("key", BigDecimal.valueOf(row.key));
      all.put("source", row.source);
      all.put("id", row.id);
      all.put("type", row.type);
      all.put("replaces", row.replaces);
      all.put("body", row.body);
      all.put("digest", row.digest);
      all.put("state", row.state.name());
      all.put("receipt", row.receipt);
      all.put("stream", row.stream);
      all.put("position", row.position);
      all.put("sendings", BigDecimal.valueOf(row.sendings));
      all.put("faults", row.faults);
      all.put("notices", row.notices);
      lines.add(Json.write(List.of(all)));
    }
    return lines;
  }

  /** What waits of a source, in order. A correction goes when what it corrects is recorded: else it might correct nothing. */
  private synchronized List<Row> nextOf(String source) {
    var next = new ArrayList<Row>();
    long bytes = 0;
    for (var row : rows.values()) {
      if (row.state != State.WAITING || !row.source.equals(source)) continue;
      var target = row.replaces == null ? null : byName.get(row.replaces);
      if (target != null && !target.state.isInStore()) continue;
      bytes += row.body.length() * 3L;
      if (next.size() == options.batch || (bytes > BATCH_BYTES && !next.isEmpty())) break;
      next.add(row);
    }
    return next;
  }

  private synchronized List<Row> taken(long after) {
    return rows.values().stream().filter(row -> row.state == State.TAKEN && row.key > after).limit(RECEIPTS_AT_ONCE).toList();
  }

  private synchronized List<String> sourcesWaiting() {
    return rows.values().stream().filter(row -> row.state == State.WAITING).map(row -> row.source).distinct().toList();
  }

  // --- sending ------------------------------------------------------------------------------------------------------

  private record Answer(int status, Object body, Duration retryAfter) {}

  private record Hindrance(int status, String code, Duration after) {}

  private record Lane(int failures, long notBefore) {}

  private Answer request(String path, String type, String body) {
    try {
      var request = HttpRequest.newBuilder(URI.create(options.url + path)).timeout(options.timeout).header("accept", "application/json");
      options.headers.get().forEach(request::header);
      if (body != null) request.header("content-type", type).POST(HttpRequest.BodyPublishers.ofString(body));
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream stream = answer.body()) {
        var read = stream.readNBytes((int) MOST_ANSWER_BYTES + 1);
        var retryAfter = answer.headers().firstValue("retry-after").map(HubClient::retryAfter).orElse(null);
        return new Answer(answer.statusCode(), read.length > MOST_ANSWER_BYTES ? null : readOrNull(read), retryAfter);
      }
    } catch (IOException | IllegalArgumentException nothingAnswered) {
      return null;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static Object readOrNull(byte[] bytes) {
    try {
      return Json.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (RuntimeException noJson) {
      return null;
    }
  }

  private static Duration retryAfter(String header) {
    try {
      var text = header.trim();
      var wait = text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.between(Instant.now(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
      return wait.isNegative() ? Duration.ZERO : wait.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : wait;
    } catch (RuntimeException neither) {
      return null;
    }
  }

  /** What the intake says of one event, as a change of it; null where it is no answer to that event. */
  private static Map<String, Object> verdict(Object answer, Row row) {
    var item = object(answer);
    if (item.containsKey("id") && !row.id.equals(item.get("id"))) return null;
    var change = new LinkedHashMap<String, Object>(Map.of("key", BigDecimal.valueOf(row.key)));
    if ("retry".equals(item.get("status"))) return change;
    if ("accepted".equals(item.get("status")) && item.get("receipt") instanceof String receipt && !receipt.isEmpty()) {
      change.put("state", State.TAKEN.name());
      change.put("receipt", receipt);
      change.put("stream", item.get("stream"));
      change.put("sendings", BigDecimal.valueOf(row.sendings + 1));
      change.put("faults", List.of());
      change.put("notices", item.get("notices") instanceof List<?> notices ? notices : List.of());
      return change;
    }
    var problem = "refused".equals(item.get("status")) ? problem(item.get("problem")) : null;
    if (problem == null) return null;
    change.put("state", State.REFUSED.name());
    change.put("faults", faultsOf(problem));
    return change;
  }

  private void note(List<Map<String, Object>> changes) {
    if (changes.isEmpty()) return;
    commit(new ArrayList<>(changes));
    var entries = new ArrayList<Entry>();
    synchronized (this) {
      for (var change : changes) entries.add(rows.get(((Number) change.get("key")).longValue()).entry());
      notifyAll();
    }
    entries.forEach(options.onChange);
  }

  /** Sends events in their order, in halves where they can't be taken together; what hinders, where something does. */
  private Hindrance send(String source, List<Row> events) {
    var parts = source.split("/", -1);
    var path = "/" + URLEncoder.encode(parts.length > 2 ? parts[2] : "", StandardCharsets.UTF_8) + "/events";
    var answer = request(path, "application/cloudevents-batch+json", "[" + String.join(",", events.stream().map(row -> row.body).toList()) + "]");
    if (answer == null) return new Hindrance(0, null, null);
    var items = object(answer.body).get("items") instanceof List<?> list ? list : List.of();
    if (items.size() == events.size()) {
      var changes = new ArrayList<Map<String, Object>>();
      for (int index = 0; index < events.size(); index++) changes.add(verdict(items.get(index), events.get(index)));
      if (!changes.contains(null)) {
        var news = changes.stream().filter(change -> change.containsKey("state")).toList();
        note(news);
        return news.size() == events.size() ? null : new Hindrance(503, "UNAVAILABLE", answer.retryAfter);
      }
    }
    var problem = problem(answer.body);
    if (problem != null && Set.of(400, 413, 422).contains(answer.status)) {
      if (events.size() > 1) {
        int half = (events.size() + 1) / 2;
        var hindrance = send(source, events.subList(0, half));
        return hindrance != null ? hindrance : send(source, events.subList(half, events.size()));
      }
      note(List.of(new LinkedHashMap<>(Map.of("key", BigDecimal.valueOf(events.get(0).key), "state", State.REFUSED.name(), "faults", faultsOf(problem)))));
      return null;
    }
    return new Hindrance(answer.status, problem == null ? null : text(problem.get("code")), answer.retryAfter);
  }

  private Hindrance sendSource(String source) {
    while (!stopping) {
      var events = nextOf(source);
      if (events.isEmpty()) return null;
      var hindrance = send(source, events);
      if (hindrance != null) return hindrance;
    }
    return null;
  }

  private List<?> ask(List<Row> taken) {
    var tokens = taken.stream().map(row -> (Object) row.receipt).toList();
    var answer = request("/receipts", "application/json", Json.write(Map.of("tokens", tokens)));
    if (answer != null && (answer.status == 404 || answer.status == 405)) {
      // A hub of before has no such route.
      var each = new ArrayList<Object>();
      for (var row : taken) {
        var one = request("/receipts/" + URLEncoder.encode(row.receipt, StandardCharsets.UTF_8), null, null);
        each.add(one == null ? null : problem(one.body) != null ? Map.of("problem", one.body) : one.body);
      }
      return each.stream().allMatch(one -> one == null) ? null : each;
    }
    return answer != null && answer.status == 200 && object(answer.body).get("items") instanceof List<?> items && items.size() == taken.size() ? items : null;
  }

  /** Asks for the receipts of these; what hinders, where something does. */
  private Hindrance follow(List<Row> taken) {
    if (taken.isEmpty()) return null;
    var answers = ask(taken);
    if (answers == null) return new Hindrance(0, null, null);
    var news = new ArrayList<Map<String, Object>>();
    for (int index = 0; index < taken.size(); index++) {
      var row = taken.get(index);
      var answer = object(answers.get(index));
      var problem = problem(answer.get("problem"));
      var change = new LinkedHashMap<String, Object>(Map.of("key", BigDecimal.valueOf(row.key)));
      if (problem != null && Set.of("RECEIPT_UNKNOWN", "RECEIPT_OF_ANOTHER_STORE").contains(text(problem.get("code")))) {
        // What the hub knows nothing of is sent again, which is safe; not for ever.
        change.put("state", (row.sendings < MOST_SENDINGS ? State.WAITING : State.REFUSED).name());
        change.put("faults", faultsOf(problem));
        news.add(change);
      } else if (Set.of("RECORDED", "DUPLICATE", "REJECTED").contains(text(answer.get("state")))) {
        change.put("state", answer.get("state"));
        change.put("position", answer.get("position"));
        var said = new LinkedHashMap<>(answer);
        said.put("code", answer.get("reason"));
        said.put("message", answer.get("detail"));
        said.put("messageZh", answer.get("detailZh"));
        change.put("faults", "REJECTED".equals(answer.get("state")) ? plain(faultsIn(List.of(said))) : List.of());
        news.add(change);
      }
    }
    note(news);
    return null;
  }

  private void guarded(Map<String, Lane> lanes, String name, Supplier<Hindrance> work) {
    var lane = lanes.getOrDefault(name, new Lane(0, 0));
    if (lane.notBefore > System.nanoTime() && lane.failures > 0) return;
    Hindrance hindrance;
    try {
      hindrance = work.get();
    } catch (UncheckedIOException outboxFailed) {
      hindrance = new Hindrance(0, "OUTBOX_FAILED", null);
    }
    if (hindrance == null) {
      lanes.put(name, new Lane(0, 0));
      return;
    }
    int failures = lane.failures + 1;
    double spread = Math.min(options.mostWait.toMillis(), options.firstWait.toMillis() * Math.pow(2, Math.min(failures - 1, 30)));
    var wait = hindrance.after != null ? hindrance.after : Duration.ofMillis((long) (spread * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    lanes.put(name, new Lane(failures, System.nanoTime() + wait.toNanos()));
    options.onTrouble.accept(new Trouble(name, hindrance.status, hindrance.code, wait));
  }

  private void run() {
    var lanes = new HashMap<String, Lane>();
    long after = 0;
    while (!stopping) {
      for (var source : sourcesWaiting()) guarded(lanes, source, () -> sendSource(source));
      var taken = taken(after);
      guarded(lanes, null, () -> follow(taken));
      after = taken.size() == RECEIPTS_AT_ONCE ? taken.get(taken.size() - 1).key : 0;
      if (after == 0) pause(taken.isEmpty() ? options.poll.toMillis() : Math.min(50, options.poll.toMillis()));
    }
  }

  private synchronized void pause(long ms) {
    long until = System.nanoTime() + ms * 1_000_000;
    try {
      while (!woken && !stopping && System.nanoTime() < until) wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
    } catch (InterruptedException interrupted) {
      stopping = true;
    }
    woken = false;
  }

  // --- what the hub says --------------------------------------------------------------------------------------------

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) {
    return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
  }

  private static String text(Object value) {
    return value instanceof String text ? text : "";
  }

  /** The hub's own problem (RFC 9457); what a proxy says instead is none. */
  private static Map<String, Object> problem(Object value) {
    var problem = object(value);
    return text(problem.get("type")).startsWith("urn:veterans-hub:problem:") && !text(problem.get("code")).isEmpty() ? problem : null;
  }

  private static List<Fault> faultsIn(Object list) {
    if (!(list instanceof List<?> faults)) return List.of();
    return faults.stream().map(HubClient::object).map(one -> new Fault(text(one.get("pointer")), text(one.get("code")), text(one.get("message")), text(one.get("messageZh")), text(one.get("whatToDo")), text(one.get("whatToDoZh")))).toList();
  }

  private static List<Object> plain(List<Fault> faults) {
    return faults.stream().<Object>map(one -> Map.of("pointer", one.pointer, "code", one.code, "message", one.message, "messageZh", one.messageZh, "whatToDo", one.whatToDo, "whatToDoZh", one.whatToDoZh)).toList();
  }

  private static List<Object> faultsOf(Map<String, Object> problem) {
    var listed = faultsIn(problem.get("errors"));
    if (!listed.isEmpty()) return plain(listed);
    return plain(List.of(new Fault("", text(problem.get("code")), text(problem.get("title")), text(problem.get("titleZh")), text(problem.get("detail")), text(problem.get("detailZh")))));
  }

  private static final SecureRandom random = new SecureRandom();

  /** A UUID of version 7 (RFC 9562): the time first, so that ids sort as they were made. */
  private static String uuidV7() {
    long high = System.currentTimeMillis() << 16 | 0x7000L | random.nextInt(1 << 12);
    return new UUID(high, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L).toString();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Lines `<CRC-32 in hex> <JSON>`, appended and forced to the disk one by one. */
  private static final class Journal {
    private final Path file;
    private final FileChannel lockFile;
    private FileChannel channel;
    private long bytes;

    Journal(Path file, Consumer<Object> replay) throws IOException {
      this.file = file.toAbsolutePath();
      lockFile = open(Path.of(this.file + "-lock"));
      if (tryLock() == null) {
        lockFile.close();
        throw new IOException("another process has the outbox " + file);
      }
      channel = open(this.file);
      long whole = replayAll(Files.readAllBytes(this.file), replay);
      // What a kill has cut off was never said to be durable.
      channel.truncate(whole);
      channel.position(whole);
      bytes = whole;
    }

    private FileLock tryLock() throws IOException {
      try {
        return lockFile.tryLock();
      } catch (OverlappingFileLockException mine) {
        return null;
      }
    }

    private static FileChannel open(Path file) throws IOException {
      var modes = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) return FileChannel.open(file, modes);
      var ownersAlone = PosixFilePermissions.fromString("rw-------");
      var channel = FileChannel.open(file, modes, PosixFilePermissions.asFileAttribute(ownersAlone));
      Files.setPosixFilePermissions(file, ownersAlone);
      return channel;
    }

    private long replayAll(byte[] all, Consumer<Object> replay) throws IOException {
      int start = 0;
      for (int at = 0; at < all.length; at++) {
        if (all[at] != '\n') continue;
        var line = new String(all, start, at - start, StandardCharsets.UTF_8);
        if (line.length() < 9 || !line.equals(lineOf(line.substring(9)))) {
          if (at == all.length - 1) return start;
          throw new IOException(file + " is damaged at byte " + start);
        }
        replay.accept(Json.read(line.substring(9)));
        start = at + 1;
      }
      return start;
    }

    private static String lineOf(String json) {
      var crc = new CRC32();
      crc.update(json.getBytes(StandardCharsets.UTF_8));
      return String.format("%08x ", crc.getValue()) + json;
    }

    private static void writeAll(FileChannel channel, String text) throws IOException {
      var buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (buffer.hasRemaining()) channel.write(buffer);
      channel.force(true);
    }

    void append(String json) {
      try {
        writeAll(channel, lineOf(json) + "\n");
        bytes = channel.position();
      } catch (IOException failed) {
        try {
          // Half a line must not stand before the next one.
          channel.truncate(bytes);
          channel.position(bytes);
        } catch (IOException alsoFailed) {
          failed.addSuppressed(alsoFailed);
        }
        throw new UncheckedIOException(failed);
      }
    }

    boolean isMostlyPast(long needed) {
      return bytes > 4_000_000 && bytes > 4 * needed;
    }

    void rewriteUnchecked(List<String> lines) {
      try {
        rewrite(lines);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    void rewrite(List<String> lines) throws IOException {
      var fresh = Path.of(file + "-new");
      Files.deleteIfExists(fresh);
      var next = open(fresh);
      var text = new StringBuilder();
      for (var line : lines) text.append(lineOf(line)).append('\n');
      writeAll(next, text.toString());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      } catch (IOException windowsHasNoSuchThing) {
        // The rename itself is durable there.
      }
      channel.close();
      channel = next;
      bytes = next.position();
    }

    void close() throws IOException {
      channel.close();
      lockFile.close();
    }
  }

  /** JSON (RFC 8259): objects are LinkedHashMaps, numbers BigDecimals. */
  private static final class Json {
    private final String text;
    private int at;

    private Json(String text) {
      this.text = text;
    }

    static Object read(String text) {
      var json = new Json(text);
      var value = json.value(0);
      json.blank();
      if (json.at < text.length()) throw json.wrong();
      return value;
    }

    private IllegalArgumentException wrong() {
      return new IllegalArgumentException("not JSON at character " + at);
    }

    private void blank() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private boolean take(char wanted) {
      blank();
      if (at >= text.length() || text.charAt(at) != wanted) return false;
      at++;
      return true;
    }

    private void need(char wanted) {
      if (!take(wanted)) throw wrong();
    }

    private Object value(int depth) {
      if (depth > 200) throw wrong();
      if (take('{')) {
        var map = new LinkedHashMap<String, Object>();
        if (take('}')) return map;
        do {
          need('"');
          var name = string();
          need(':');
          map.put(name, value(depth + 1));
        } while (take(','));
        need('}');
        return map;
      }
      if (take('[')) {
        var list = new ArrayList<Object>();
        if (take(']')) return list;
        do list.add(value(depth + 1));
        while (take(','));
        need(']');
        return list;
      }
      if (take('"')) return string();
      int start = at;
      while (at < text.length() && "+-.0123456789abcdefghijklmnopqrstuvwxyzE".indexOf(text.charAt(at)) >= 0) at++;
      var word = text.substring(start, at);
      if (word.equals("null")) return null;
      if (word.equals("true") || word.equals("false")) return word.equals("true");
      if (word.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,3})?")) return new BigDecimal(word);
      throw wrong();
    }

    private String string() {
      var out = new StringBuilder();
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c == '"') return out.toString();
        if (c < ' ') throw wrong();
        if (c != '\\') {
          out.append(c);
          continue;
        }
        if (at >= text.length()) throw wrong();
        char escaped = text.charAt(at++);
        int simple = "\"\\/bfnrt".indexOf(escaped);
        if (simple >= 0) out.append("\"\\/\b\f\n\r\t".charAt(simple));
        else if (escaped == 'u' && at + 4 <= text.length()) {
          out.append((char) HexFormat.fromHexDigits(text, at, at + 4));
          at += 4;
        } else throw wrong();
      }
      throw wrong();
    }

    static String write(Object value) {
      var out = new StringBuilder();
      write(value, out);
      return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
      if (value instanceof Map<?, ?> map) {
        out.append('{');
        var first = true;
        for (var member : map.entrySet()) {
          if (!first) out.append(',');
          first = false;
          write(member.getKey(), out);
          out.append(':');
          write(member.getValue(), out);
        }
        out.append('}');
      } else if (value instanceof List<?> list) {
        out.append('[');
        for (int index = 0; index < list.size(); index++) {
          if (index > 0) out.append(',');
          write(list.get(index), out);
        }
        out.append(']');
      } else if (value instanceof String text) {
        out.append('"');
        for (int index = 0; index < text.length(); index++) {
          char c = text.charAt(index);
          if (c == '"' || c == '\\') out.append('\\').append(c);
          else if (c < ' ' || Character.isSurrogate(c)) out.append(String.format("\\u%04x", (int) c));
          else out.append(c);
        }
        out.append('"');
      } else out.append(value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value));
    }
  }

  public static void main(String[] args) throws Exception {
    if (args.length != 2) {
      System.err.println("usage: java HubClient.java <hub> <outbox> < events.ndjson");
      System.exit(2);
    }
    var options = new Options(args[0], Path.of(args[1]));
    options.firstWait = Duration.ofMillis(100);
    options.mostWait = Duration.ofSeconds(2);
    options.poll = Duration.ofMillis(50);
    Map<State, Long> counts;
    try (var hub = new HubClient(options)) {
      var line = new ByteArrayOutputStream();
      for (int read = 0; read >= 0; ) {
        read = System.in.read();
        if (read >= 0 && read != '\n') line.write(read);
        else if (line.size() > 0) {
          var text = line.toString(StandardCharsets.UTF_8);
          line.reset();
          if (!text.isBlank()) System.out.println("put " + hub.put(text).get(0));
        }
      }
      do {
        Thread.sleep(50);
        counts = hub.counts();
      } while (counts.get(State.WAITING) + counts.get(State.TAKEN) > 0);
      for (var entry : hub.entries())
        System.out.println(entry.state().name().toLowerCase() + " " + entry.id() + String.join("", entry.faults().stream().map(fault -> " " + fault.code()).toList()));
    }
    System.exit(counts.get(State.REFUSED) + counts.get(State.REJECTED) > 0 ? 1 : 0);
  }
}
