resource "queue" "notices" {
  name                       = "notices.fifo"
  fifo                       = true
  visibility_timeout_seconds = 30

  redrive {
    dead_letter_queue = queue.notices_parked.name
    max_receive_count = 5 // was 1000, for eight hours and twenty minutes: INC-24
  }
}

resource "queue" "notices_parked" {
  name = "notices-parked.fifo"
  fifo = true
}

# Per message group. The average over all operators is always young (INC-24).
resource "alarm" "oldest_notice" {
  metric    = "oldest_message_age"
  group_by  = "message_group"
  threshold = 120
  notify    = ["dispatch"]
}
