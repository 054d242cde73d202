import Calque

print("calque-dev")
