package example.ternway.ledger;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Talks to Kobalt Pay. This is the only place in the company that repeats a payment request;
 * everything above it fails quickly and says so to the passenger.
 *
 * @see "docs/incidents/INC-12-retrying-past-the-end.md"
 */
public final class ProviderClient {

    /** 429 is absent on purpose: "limit exceeded" is about us, and asking again makes it true for longer. */
    private static final Set<Integer> WORTH_REPEATING = Set.of(502, 503, 504);

    private static final int ATTEMPTS = 3;
    private static final Duration BASE = Duration.ofMillis(400);
    private static final Duration CAP = Duration.ofSeconds(8);

    private final HttpClient http;
    private final RetryBudget budget;

    public ProviderClient(HttpClient http, RetryBudget budget) {
        this.http = http;
        this.budget = budget;
    }

    /** The request carries the purchase's own idempotency key; it is never made here. */
    public HttpResponse<String> capture(HttpRequest request) throws IOException, InterruptedException {
        budget.firstAttempt();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean again = WORTH_REPEATING.contains(response.statusCode()) && attempt < ATTEMPTS;
            if (!again || !budget.takeRetry()) {
                return response;
            }
            Thread.sleep(pauseBefore(attempt));
        }
    }

    // INC-12: keep the jitter. Without it our retries reach them as a comb with one-second teeth.
    static Duration pauseBefore(int attempt) {
        long ceiling = Math.min(CAP.toMillis(), BASE.toMillis() << attempt);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(ceiling + 1));
    }
}
